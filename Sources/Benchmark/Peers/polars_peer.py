"""Polars, one thread: lazy counts over three sorted tables, and lists held in one row a case beforehand."""
import sys

import numpy as np
import polars as pl
from polars import col

from peer import Job, compare

job = Job(sys.argv[1])
day = job.day
placements, plans, visits = (
    pl.DataFrame({"c": case, "day": days}).with_columns(col("c").set_sorted()) for case, days in job.simple())
every_year, every_quarter = col("day").is_between(day - 365, day), col("day").is_between(day - 90, day)


def grouped():
    year = (visits.lazy().filter(every_year).group_by("c", maintain_order=True)
            .agg(year=pl.len(), quarter=(col("day") >= day - 90).any()))
    early = (plans.lazy().join(placements.lazy(), on="c", suffix="_placed")
             .filter(col("day").is_between(col("day_placed"), col("day_placed") + 42))
             .select("c").unique().with_columns(early=True))
    return finish(placements.lazy().join(year, on="c", how="left", maintain_order="left")
                  .join(early, on="c", how="left", maintain_order="left"))


def sorted_groups():
    year = (visits.lazy().group_by("c", maintain_order=True)
            .agg(year=every_year.sum(), quarter=every_quarter.any()))
    early = (plans.lazy().join(placements.lazy(), on="c", suffix="_placed", maintain_order="left")
             .with_columns(col("c").set_sorted()).group_by("c", maintain_order=True)
             .agg(early=col("day").is_between(col("day_placed"), col("day_placed") + 42).any()))
    return finish(placements.lazy().join(year, on="c", how="left", maintain_order="left")
                  .join(early, on="c", how="left", maintain_order="left"))


def finish(frame):
    result = frame.select(
        a=col("year").fill_null(0) < 4, b=~col("early").fill_null(False), c3=~col("quarter").fill_null(False)
    ).collect()
    return np.stack([result["a"], result["b"], result["c3"]], axis=1)


def days_of(frame, name):
    return frame.group_by("c", maintain_order=True).agg(col("day").alias(name))


cases = placements.rename({"day": "placed"})
for frame, name in ((plans, "plans"), (visits, "visits")):
    cases = cases.join(days_of(frame, name), on="c", how="left", maintain_order="left")


def lists():
    event = pl.element()
    result = cases.lazy().select(
        a=col("visits").list.eval(event.is_between(day - 365, day)).list.sum() < 4,
        b=~(col("plans") - col("placed")).list.eval(event.is_between(0, 42)).list.any(),
        c3=~col("visits").list.eval(event.is_between(day - 90, day)).list.any()).collect()
    return np.stack([result["a"], result["b"], result["c3"]], axis=1)


compare("Polars, three tables", pl.__version__, job,
        {"filter and group": grouped, "group and count": sorted_groups})
compare("Polars, a list a case", pl.__version__, job, {"list.eval": lists})
