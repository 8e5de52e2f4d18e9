"""DuckDB, one thread: grouped counts over three tables, and lists held in one row a case beforehand."""
import sys

import duckdb
import numpy as np

from peer import Job, compare

job = Job(sys.argv[1])
base = duckdb.connect()
base.execute("SET threads = 1")
for table, (case, day) in zip(("placements", "plans", "visits"), job.simple()):
    columns = {"c": case, "day": day}
    base.execute(f"CREATE TABLE {table} AS SELECT * FROM columns ORDER BY c, day")
base.execute("""
  CREATE TABLE cases AS SELECT c, p.day AS placed, plans, visits FROM placements p
  JOIN (SELECT c, list(day ORDER BY day) AS plans FROM plans GROUP BY c) USING (c)
  JOIN (SELECT c, list(day ORDER BY day) AS visits FROM visits GROUP BY c) USING (c) ORDER BY c""")

day = job.day
grouped = f"""
  SELECT p.c AS c, coalesce(v.year, 0) < 4 AS a, coalesce(d.first, 0) = 0 AS b, coalesce(v.quarter, 0) = 0 AS c3
  FROM placements p
  LEFT JOIN (SELECT c, count(*) AS year, count(*) FILTER (day >= {day - 90}) AS quarter
             FROM visits WHERE day BETWEEN {day - 365} AND {day} GROUP BY c) v USING (c)
  LEFT JOIN (SELECT q.c AS c, count(*) AS first FROM plans q JOIN placements p USING (c)
             WHERE q.day BETWEEN p.day AND p.day + 42 GROUP BY q.c) d USING (c)
"""
lists = f"""
  SELECT len(list_filter(visits, lambda x: x BETWEEN {day - 365} AND {day})) < 4 AS a,
         len(list_filter(plans, lambda x: x BETWEEN placed AND placed + 42)) = 0 AS b,
         len(list_filter(visits, lambda x: x BETWEEN {day - 90} AND {day})) = 0 AS c3
  FROM cases"""


def ask(sql):
    result = base.execute(sql).fetchnumpy()
    return np.stack([result["a"], result["b"], result["c3"]], axis=1)


compare("DuckDB, three tables", duckdb.__version__, job, {"group by": lambda: ask(grouped)})
compare("DuckDB, a list a case", duckdb.__version__, job, {"list_filter": lambda: ask(lists)})
