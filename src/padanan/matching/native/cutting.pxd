cimport cython

@cython.locals(start=Py_ssize_t, at=Py_ssize_t, sign=Py_UCS4, found=list)
cpdef list cut(str text)
