"""Annotation to facts: actors, roles, meetings and statements, each with the words that say it."""
