"""The theatre that is meant where none is named; the one place that says so."""

DEFAULT_THEATRE = "syria_iraq"
