cdef int[::1] _FOUND
cdef int _MANY

cpdef int outside(int code)
