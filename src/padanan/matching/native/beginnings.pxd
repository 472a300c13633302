cimport cython

cdef object _WORDS
cdef int _SPACE, _HALF
cdef long long _LAST

@cython.final
cdef class Node:
    cdef public int pattern
    cdef public unsigned long long codes
    cdef public tuple marked
    cdef object _patterns
    cdef bytes _beginning
    cdef dict _spans, _nodes

    @cython.locals(end=Py_ssize_t, word=str, span="long long")
    cdef _add(self, bytes pattern, Py_ssize_t length, Py_ssize_t number)
    @cython.locals(found=Node)
    cdef Node after(self, str word)

@cython.final
cdef class Start:
    cdef public Node node
    cdef public tuple stems
    cdef public int pattern
    cdef public unsigned long long behind
    cdef public bint more

@cython.locals(end=Py_ssize_t)
cdef Py_ssize_t _word_end(bytes pattern, Py_ssize_t at)
@cython.locals(end=Py_ssize_t, first=bytes)
cdef str _head(bytes pattern)
