"""The insatser: register, texts, own accounts, and the bridge to the books."""
