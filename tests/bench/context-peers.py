#!/usr/bin/env python3
"""How long scikit-learn's TfidfVectorizer takes for the talk that bench_context wrote: see
context-run, which reads the lines."""
import json
import statistics
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer


def median(runs, work):
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append((time.process_time() - begin) * 1000)
    return statistics.median(times)


with open(sys.argv[1], encoding="utf-8") as file:
    talk = json.load(file)
texts = [message["content"] for message in talk["messages"][:700]]
vectorizer = TfidfVectorizer()
vectors = vectorizer.fit_transform(texts)
question = [talk["question"]]

build = median(15, lambda: TfidfVectorizer().fit_transform(texts))
query = median(300, lambda: (vectors @ vectorizer.transform(question).T).toarray())
print(f"index of 700 turns\tTfidfVectorizer\t{build:.3f}")
print(f"question to it\tTfidfVectorizer\t{query:.3f}")
