"""The window: the only room that knows Qt. It speaks to the desk and to the model, to no tool."""
