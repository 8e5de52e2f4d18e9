"""Makes the benchmark's table from its result lines, prints it, and puts it into the file named, if any.

Usage: table.py results.jsonl [README.md]
"""
import json
import sys

BEGIN, END = "<!-- benchmark:begin -->\n", "<!-- benchmark:end -->\n"
BARE = "yes or no; no ukjent, no coarse dates, no evidence"
# Job, contestant as reported, name in the table, what it can and cannot say. The first of a group is the measure.
ROWS = [
    ("Verdicts: three points, {cases:,} cases of twenty events", [
        ("simple", "verdicts", "**this engine**, verdicts", "five outcomes; ukjent and coarse dates carried through"),
        ("simple", "verdicts and evidence", "**this engine**, evidence of each avvik",
         "the same, and the sub-results with their values and events"),
        ("simple", "verdicts and sentences", "**this engine**, each avvik written out",
         "the same as text, with the sentence and the forecast"),
        ("simple", "DuckDB, three tables", "DuckDB, grouped counts over three tables", BARE),
        ("simple", "DuckDB, a list a case", "DuckDB, lists made beforehand, a row a case", BARE),
        ("simple", "Polars, three tables", "Polars, grouped counts over three sorted tables", BARE),
        ("simple", "Polars, a list a case", "Polars, lists made beforehand, a row a case", BARE),
        ("simple", "OpenFisca", "OpenFisca, vectorised variables",
         "yes or no, a missing input is 0; dated parameters"),
        ("simple", "zen-engine", "zen-engine, once a case", "yes or no, or an error; a trace if asked"),
        ("simple", "CLIPS", "CLIPS, facts and rules", "what the rules assert; no ukjent, no coarse dates"),
        ("simple", "hand-written loop", "limit: a loop by hand for these points", "these three points, nothing else"),
        ("simple", "memory read", "limit: reading the columns", "nothing"),
    ]),
    ("Verdicts: the shipped checklist of 2014, {cases:,} generated cases", [
        ("full", "verdicts", "**this engine**, all of its points", "as above"),
        ("full", "verdicts and evidence", "**this engine**, evidence of each avvik", "as above"),
        ("full", "verdicts and sentences", "**this engine**, each avvik written out", "as above"),
    ]),
    ("The same, those 14 of the points that are within reach of SQL", [
        ("full", "verdicts of 14 points", "**this engine**, verdicts", "as above"),
        ("full", "DuckDB, SQL", "DuckDB, one SQL query", "ukjent through NULL, by hand; no evidence"),
    ]),
    ("From the bytes of a JSON Lines file: the three points", [
        ("simple", "end to end, verdicts", "**this engine**, verdicts", "reads, checks, guards and evaluates"),
        ("simple", "end to end, evidence", "**this engine**, evidence of each avvik", "as above"),
        ("simple", "simdjson", "limit: simdjson parses the same bytes", "nothing"),
    ]),
    ("From the bytes of a JSON Lines file: the shipped checklist", [
        ("full", "end to end, verdicts", "**this engine**, verdicts", "as above"),
        ("full", "end to end, evidence", "**this engine**, evidence of each avvik", "as above"),
        ("full", "simdjson", "limit: simdjson parses the same bytes", "nothing"),
    ]),
]


def table(results):
    found = {(r["job"], r["contestant"]): r for r in results if r["contestant"] != "scale"}
    lines = ["| contestant | cases a second and core | ratio to us | what it can and cannot say |",
             "|---|---:|---:|---|"]
    for title, rows in ROWS:
        ours = found[rows[0][0], rows[0][1]]
        lines.append(f"| *{title.format(**ours)}* | | | |")
        for job, contestant, name, says in rows:
            if result := found.get((job, contestant)):
                version = f" ({result['version']})" if "version" in result else ""
                ratio = ours["ns"] / result["ns"]
                places = 0 if ratio >= 10 else 2 if ratio >= 0.1 else 3
                lines.append(f"| {name}{version} | {rate(result)} | {ratio:.{places}f} | {says} |")
    return lines


def rate(result):
    """Cases a second, to two figures."""
    exact = 1e9 / result["ns"]
    step = 10 ** (len(str(int(exact))) - 2)
    return f"{round(exact / step) * step:,}"


def scaling(results):
    runs = [r for r in results if r["contestant"] == "scale"]
    parts = [f"{r['cases']:,} cases {r['ns'] / 1000:.1f} µs a case, at most {r['peak_kib'] / 1024:.0f} MiB"
             for r in runs]
    cost = [r["ns"] for r in runs]
    return ["Growth, from the file to the evidence of each avvik, a process for each size: " + "; ".join(parts)
            + f". The cost of a case varies by {(max(cost) / min(cost) - 1) * 100:.0f} %."]


def goals(results):
    """What the engine is meant to reach, and how far it is."""
    found = {(r["job"], r["contestant"]): r["ns"] for r in results}
    wanted = [
        ("verdicts", "DuckDB, three tables", 5), ("verdicts", "DuckDB, a list a case", 5),
        ("verdicts", "Polars, three tables", 5), ("verdicts", "Polars, a list a case", 5),
        ("verdicts and evidence", "DuckDB, three tables", 1), ("verdicts and evidence", "Polars, three tables", 1),
        ("verdicts", "zen-engine", 50), ("end to end, verdicts", "simdjson", 0.25),
    ]
    for ours, other, least in wanted:
        if ("simple", other) in found:
            reached = found["simple", other] / found["simple", ours]
            answer = "reached" if reached >= least else "not yet"
            yield f"{answer}: {ours} against {other}: {reached:.2f} times (goal {least})"


def main(source, target=None):
    with open(source) as file:
        results = [json.loads(line) for line in file]
    lines = table(results) + [""] + scaling(results)
    print("\n".join(lines + [""] + list(goals(results))))
    if target:
        with open(target) as file:
            text = file.read()
        before, rest = text.split(BEGIN)
        after = rest.split(END)[1]
        with open(target, "w") as file:
            file.write(before + BEGIN + "\n".join(lines) + "\n" + END + after)


main(*sys.argv[1:])
