"""Offices: which one a title means, and in which body or country it is.

`posts` tells the kinds apart, `fuller` joins shorter wordings with the one that the document spells out. `employers`
knows the body where a common noun stands for it, `homes` the country where no title names it: weighed (`weighing`) by
what the document tells (`evidence`), the title's sentence (`sentences`, `own_side`), travel (`destinations`) and the
countries that the document speaks of (`shares`).
"""
