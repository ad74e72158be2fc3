"""Prints the table of bench/peers.sh from the folders that it leaves, a row a program, means over the seeds."""

import argparse
import json
import pathlib
import re
import statistics

COLUMNS = [
    ("words-per-second", "words/s", "{:,.0f}"),
    ("wall", "wall s", "{:.1f}"),
    ("cpu", "CPU s", "{:.1f}"),
    ("cpu-less-empty", "CPU s less empty job", "{:.1f}"),
    ("write-seconds", "writing text s", "{:.2f}"),
    ("megabytes", "peak MB", "{:.0f}"),
    ("WS-353", "WS-353", "{:.1f}"),
    ("RG-65", "RG-65", "{:.1f}"),
    ("analogy", "analogy %", "{:.1f}"),
]


def process(folder):
    """Wall and CPU seconds and peak memory, from GNU time; the whole tree of processes that were waited for."""
    wall, user, system, kilobytes = (folder / "time").read_text().split()[-4:]
    return {"wall": float(wall), "cpu": float(user) + float(system), "megabytes": float(kilobytes) / 1024}


def own_figures(folder, program, threads):
    """What a program says of itself: words a second of the training loop, seconds of writing the text vectors."""
    log = (folder / "log").read_text(errors="replace")
    if program == "wordloom":
        training = json.loads((folder / "model/run.json").read_text())["training"]
        text = [file for file in training["files"] if file["name"] == "vectors.txt"]
        return {
            "words-per-second": training["words-per-second"],
            "write-seconds": sum(file["seconds"] for file in text),
        }
    if program == "gensim":
        return json.loads(log.strip().splitlines()[-1])
    if program == "fasttext":
        rates = re.findall(r"words/sec/thread: +(\d+)", log)
        return {"words-per-second": float(rates[-1]) * threads} if rates else {}
    rates = re.findall(r"Words/thread/sec: ([\d.]+)k", log)
    return {"words-per-second": float(rates[-1]) * 1000 * threads} if rates else {}


def scores(folder):
    """Spearman times 100, and per cent of the analogies answered rightly."""
    result = {}
    if (folder / "similarity.json").exists():
        for dataset in json.loads((folder / "similarity.json").read_text()):
            name = "WS-353" if "WS-353" in dataset["dataset"] else "RG-65"
            result[name] = 100 * float(dataset["spearman"])
    if (folder / "analogy.json").exists():
        for questions in json.loads((folder / "analogy.json").read_text()).values():
            total = questions["total"]
            result["analogy"] = 100 * total["correct"] / max(1, total["asked"])
    return result


def row(folder, empty_cpu, threads):
    program = folder.name.rsplit("-", 1)[0]
    figures = {**process(folder), **own_figures(folder, program, threads), **scores(folder)}
    if program == "wordloom":
        figures["cpu-less-empty"] = figures["cpu"] - empty_cpu
    return program, figures


def cell(values, form):
    if not values:
        return "-"
    text = form.format(statistics.mean(values))
    return text if len(values) == 1 else text + " ± " + form.format(statistics.stdev(values))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("empty", type=pathlib.Path)
    parser.add_argument("runs", type=pathlib.Path, nargs="+")
    options = parser.parse_args()
    empty = process(options.empty)
    programs = {}
    for folder in options.runs:
        program, figures = row(folder, empty["cpu"], options.threads)
        programs.setdefault(program, []).append(figures)
    print("| program | " + " | ".join(title for _, title, _ in COLUMNS) + " |")
    print("|---" * (len(COLUMNS) + 1) + "|")
    for program, runs in programs.items():
        cells = [cell([run[key] for run in runs if key in run], form) for key, _, form in COLUMNS]
        print(f"| {program} | " + " | ".join(cells) + " |")
    print(f"\nAn empty job of Wordloom's launcher: {empty['cpu']:.1f} s CPU, {empty['wall']:.1f} s wall.")


if __name__ == "__main__":
    main()
