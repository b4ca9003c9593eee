"""Many files in, one store and the reports on the cohort out.

find      paths -> files                       worker    a file -> what it shows, in a process that may die
pool      files -> outcomes, by many workers   store     the SQLite file that keeps them, and its lock
run       the whole of it, which goes on where the last run stopped
identity  whose résumé it is                   redact    a résumé without the person
cohort    store -> people with their versions  exports/  store -> files
addresses files behind addresses               place     a folder to work in for a report behind one

chunks    files -> chunks, each with a key     dask      chunks -> parts, by the workers of a cluster
task      what such a worker does              fetching  files behind addresses, ahead of their turn
parts     outcomes of a chunk as Parquet       gather    parts -> store
"""
