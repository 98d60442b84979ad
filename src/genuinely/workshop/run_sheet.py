"""The run sheet: a workshop minute by minute, as a page to print and as Markdown to change."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from genuinely.coaching.wording import LANGUAGE
from genuinely.workshop.page import escape, page
from genuinely.workshop.planning import Plan
from genuinely.workshop.steps import Lines, Step, facts, steps
from genuinely.workshop.wording import say


def as_html(plan: Plan) -> str:
    """Return the run sheet as one HTML file that needs nothing else."""
    found = steps(plan)
    body = "".join(
        (
            f"<h1>{escape(title(plan))}</h1><p>{escape(facts(plan.asked))}<br>{escape(clock_line(plan))}</p>",
            f'<p class="box">{escape(say("sheet.promise"))}</p>',
            f"<h2>{escape(say('sheet.overview'))}</h2>{_overview(plan, found)}",
            f'<section class="whole"><h2>{escape(say("sheet.late"))}</h2>{_late(plan)}</section>',
            f"<h2>{escape(say('sheet.steps'))}</h2>",
            "".join(_step(plan, number, step) for number, step in enumerate(found, start=1)),
            f'<h2>{escape(say("sheet.chosen"))}</h2><p class="quiet">{escape(_chosen(plan))}</p>',
        )
    )
    css = (files("genuinely.workshop") / "static" / "run_sheet.css").read_text(encoding="utf-8")
    return page(title(plan), body, lang=LANGUAGE, css=css)


def as_markdown(plan: Plan) -> str:
    """Return the same as Markdown."""
    return "\n".join(_markdown(plan)).rstrip() + "\n"


def title(plan: Plan) -> str:
    """Return what the run sheet is called."""
    return say("sheet.title", minutes=plan.asked.minutes, people=plan.asked.people)


def clock_line(plan: Plan) -> str:
    """Return when it begins and ends, or that the clock counts from zero."""
    asked = plan.asked
    if asked.start is None:
        return say("sheet.no_clock")
    return say("sheet.begins", start=asked.clock(0), end=asked.clock(asked.minutes))


def under(step: Step) -> str:
    """Return minutes, grouping and idea of a step in one line."""
    told = [say("step.minutes", minutes=step.part.minutes), step.how]
    if step.part.activity is not None and step.part.activity.theme != "course":
        told.append(say(f"themes.{step.part.activity.theme}"))
    return " · ".join(filter(None, told))


def _overview(plan: Plan, found: tuple[Step, ...]) -> str:
    columns = ("clock", "minutes", "what", "how")
    head = "".join(f'<th scope="col">{escape(say(f"sheet.column_{each}"))}</th>' for each in columns)
    rows = "".join(
        f'<tr><td class="numbers">{plan.asked.clock(step.part.begins)}</td>'
        f'<td class="numbers">{step.part.minutes}</td>'
        f'<th scope="row"><a href="#step-{number}">{escape(step.title)}</a></th><td>{escape(step.how)}</td></tr>'
        for number, step in enumerate(found, start=1)
    )
    end = f'<tr><td class="numbers">{plan.asked.clock(plan.asked.minutes)}</td><td></td>'
    end += f'<th scope="row">{escape(say("sheet.end"))}</th><td></td></tr>'
    return f'<table class="overview"><thead><tr>{head}</tr></thead><tbody>{rows}{end}</tbody></table>'


def _late(plan: Plan) -> str:
    if not plan.drop:
        return f"<p>{escape(say('sheet.none_to_drop'))}</p>"
    items = "".join(f"<li>{escape(each)}</li>" for each in _drops(plan))
    return f"<p>{escape(say('sheet.late_text'))}</p><ol>{items}</ol><p>{escape(say('sheet.late_end'))}</p>"


def _drops(plan: Plan) -> Iterator[str]:
    minutes = {part.activity: part.minutes for part in plan.parts}
    return (say("sheet.drop", title=each.title, minutes=minutes[each]) for each in plan.drop)


def _chosen(plan: Plan) -> str:
    told = say("sheet.chosen_text")
    if plan.left_out:
        told += " " + say("sheet.left_out", titles="; ".join(each.title for each in plan.left_out))
    return told


def _step(plan: Plan, number: int, step: Step) -> str:
    head = say("step.head", clock=plan.asked.clock(step.part.begins), title=step.title)
    behind = f'<dl class="behind">{_lines(step.behind)}</dl>' if step.behind else ""
    return (
        f'<section class="step {step.part.kind}" id="step-{number}"><h3>{escape(head)}</h3>'
        f'<p class="quiet">{escape(under(step))}</p>'
        f'<div class="both"><dl>{_lines(step.lines)}</dl>{behind}</div></section>'
    )


def _lines(lines: Lines) -> str:
    return "".join(
        f"<dt>{escape(label)}</dt>" + "".join(f"<dd>{escape(text)}</dd>" for text in texts) for label, texts in lines
    )


def _markdown(plan: Plan) -> Iterator[str]:
    found = steps(plan)
    yield from (f"# {title(plan)}", "", facts(plan.asked), "", clock_line(plan), "", say("sheet.promise"), "")
    yield from (f"## {say('sheet.overview')}", "")
    yield f"| {' | '.join(say(f'sheet.column_{each}') for each in ('clock', 'minutes', 'what', 'how'))} |"
    yield "|---|---|---|---|"
    for step in found:
        yield f"| {plan.asked.clock(step.part.begins)} | {step.part.minutes} | {step.title} | {step.how} |"
    yield f"| {plan.asked.clock(plan.asked.minutes)} | | {say('sheet.end')} | |"
    yield from ("", f"## {say('sheet.late')}", "")
    if plan.drop:
        yield from (say("sheet.late_text"), "", *(f"1. {each}" for each in _drops(plan)), "", say("sheet.late_end"))
    else:
        yield say("sheet.none_to_drop")
    yield from ("", f"## {say('sheet.steps')}")
    for step in found:
        head = say("step.head", clock=plan.asked.clock(step.part.begins), title=step.title)
        yield from ("", f"### {head}", "", under(step))
        for label, texts in (*step.lines, *step.behind):
            yield from ("", f"**{label}**", "", *(f"- {text}" for text in texts))
    yield from ("", f"## {say('sheet.chosen')}", "", _chosen(plan))
