cimport cython

cdef int[::1] _FOUND, _KINDS
cdef int _MANY

cpdef int outside(int code)
@cython.locals(code=int)
cpdef int kind_at(str text, Py_ssize_t at)
