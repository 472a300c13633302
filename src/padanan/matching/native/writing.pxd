cimport cython
from padanan.matching.native.memory cimport Meaning, Memory
from padanan.matching.native.wording cimport Wording

cdef object _Annotation
cdef Py_ssize_t _OFFSETS

cdef class Writer:
    cdef public object notation
    cdef public Memory memory
    cdef list _pieces, _starts, _ends
    cdef dict _endings
    cdef Py_ssize_t _count

    @cython.locals(pieces=list)
    cpdef bytes taken(self)
    @cython.locals(endings=dict, term=str, ending=bytes, pieces=list)
    cpdef add(self, str text, Py_ssize_t start, Py_ssize_t end, object key)
    @cython.locals(found=bytes)
    cdef bytes _start(self, Py_ssize_t offset)
    @cython.locals(found=bytes)
    cdef bytes _end(self, Py_ssize_t offset)
    cdef bytes _ending(self, str term, object key)

cdef class Written(Wording):
    cdef public Writer writer

    @cython.locals(start=Py_ssize_t, end=Py_ssize_t, text=str, key=tuple)
    cdef _add(self, Meaning meaning, tuple equivalents, object region, object longer)
