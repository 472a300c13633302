cdef class Node:
    cdef public int pattern
    cdef public dict behind
    cdef public unsigned long long codes
    cdef public tuple marked, last

cdef class Start:
    cdef public Node node
    cdef public tuple stems
    cdef public int pattern
    cdef public unsigned long long behind
    cdef public bint more
