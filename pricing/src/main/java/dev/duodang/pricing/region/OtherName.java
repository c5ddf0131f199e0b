package dev.duodang.pricing.region;

/** A former or everyday name of a region, such as 襄樊市 for 420600 襄阳市. */
record OtherName(String name, RegionCode region) {}
