"""The types that rooms hand to one another: frozen, slotted dataclasses; imports no other room."""
