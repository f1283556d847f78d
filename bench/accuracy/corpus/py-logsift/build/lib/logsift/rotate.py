def rotate_files(paths, keep):
    for path in sorted(paths)[:-keep]:
        path.unlink()
