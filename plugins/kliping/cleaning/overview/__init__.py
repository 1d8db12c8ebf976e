"""What can be said of a whole page before any rule decides: body, headline, copies, lists below labels."""
