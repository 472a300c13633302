cimport cython
from padanan.matching.native.beginnings cimport Node
from padanan.matching.native.vocabulary cimport Vocabulary, mixed

cdef Py_ssize_t _BEHIND, _LAST, _MOST, _ROW
cdef int _KNOWN, _STEMS, _UNKEPT, _ABOVE

@cython.final
cdef class Paths:
    cdef Vocabulary _vocabulary
    cdef object _lock
    cdef dict _values
    cdef unsigned long long[::1] _steps
    cdef public unsigned long long[::1] rows
    cdef public list nodes, known

    @cython.locals(key="unsigned long long", slot=Py_ssize_t,
                   value="unsigned long long")
    cdef unsigned long long step(self, Py_ssize_t path, Py_ssize_t word)
    @cython.locals(key="unsigned long long", slot=Py_ssize_t,
                   value="unsigned long long")
    cdef unsigned long long learn(self, Py_ssize_t path, Py_ssize_t word, Node root)
    cdef Node node(self, Py_ssize_t path, Node root)
    @cython.locals(node=Node, behind=Node, value="unsigned long long",
                   number=Py_ssize_t)
    cdef unsigned long long _learnt(self, unsigned long long key, Node node,
                                    Py_ssize_t word)
    @cython.locals(number=Py_ssize_t)
    cdef Py_ssize_t _add(self, Node node)
