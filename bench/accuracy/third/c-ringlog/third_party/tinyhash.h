/* tinyhash 1.2, public domain. Taken from upstream as it is. */
#ifndef TINYHASH_H
#define TINYHASH_H

static inline unsigned tinyhash(const char *text)
{
    unsigned hash = 5381;
    while (*text)
        hash = hash * 33u + (unsigned char)*text++;
    return hash;
}

#endif
