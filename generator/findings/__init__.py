"""What may be wrong and how it is told: the finding, the rule, and the message. Knows no single rule."""
