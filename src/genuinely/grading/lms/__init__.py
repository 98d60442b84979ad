"""To and from a learning management system: what it hands over is collected, and what it takes back is made."""
