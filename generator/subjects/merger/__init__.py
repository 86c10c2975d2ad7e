"""A merger of associations (*sammanläggning*): what was taken over, which is neither a result nor a flow."""
