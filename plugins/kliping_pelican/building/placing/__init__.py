"""Files written aside while a site is made, and put in the place of the previous ones once all of them are there."""
