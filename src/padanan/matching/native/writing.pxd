cimport cython
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.reading cimport Page
from padanan.matching.native.wording cimport Wording

cdef object _Annotation
cdef tuple _NONE

@cython.final
cdef class Writer:
    cdef public object notation
    cdef public Memory memory
    cdef list _pieces, _words
    cdef dict _endings
    cdef bytes _offsets
    cdef Py_ssize_t _count

    @cython.locals(pieces=list)
    cpdef bytes taken(self)
    cpdef add(self, str text, Py_ssize_t start, Py_ssize_t end, object key)
    @cython.locals(words=list, known=tuple, ending=bytes)
    cdef add_word(self, str text, Py_ssize_t start, Py_ssize_t end, Meaning meaning,
                  Py_ssize_t word)
    @cython.locals(pieces=list)
    cdef _put(self, Py_ssize_t start, Py_ssize_t end, bytes ending)
    @cython.locals(endings=dict, term=str, ending=bytes)
    cdef bytes _ending_of(self, str text, Py_ssize_t start, Py_ssize_t end, object key)
    cdef bytes _ending(self, str term, object key)

cdef class Written(Wording):
    cdef public Writer writer

    @cython.locals(first=Py_ssize_t, page=Page)
    cdef Py_ssize_t _word(self) except -2
    @cython.locals(start=Py_ssize_t, end=Py_ssize_t, text=str, key=tuple,
                   word=Py_ssize_t)
    cdef _add(self, Meaning meaning, tuple equivalents, object region, object longer)
