"""Many articles at a glance: the story of a topic with its timeline, its selections, and the plot of the home page."""
