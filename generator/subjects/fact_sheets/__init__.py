"""The fact sheets (*faktablad*) of the insatser."""
