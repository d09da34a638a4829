"""Sealing a process that will evaluate strangers' queries: no new sockets, no writing to files, no new processes.

The kernel refuses the calls (seccomp, with EPERM), so it does not matter by which spelling a query asks for them. Where
there is no seccomp (other systems than Linux on x86-64 and ARM64) `seal` returns False: SERVICE is then refused by
reading the query alone.
"""

import ctypes
import platform
import struct
import sys

_X86_64 = {
    "socket": 41, "connect": 42, "accept": 43, "bind": 49, "listen": 50, "socketpair": 53, "fork": 57, "vfork": 58,
    "execve": 59, "kill": 62, "truncate": 76, "rename": 82, "mkdir": 83, "rmdir": 84, "creat": 85, "link": 86,
    "unlink": 87, "symlink": 88, "chmod": 90, "fchmod": 91, "chown": 92, "fchown": 93, "lchown": 94, "ptrace": 101,
    "mknod": 133, "setrlimit": 160, "mount": 165, "umount2": 166, "tkill": 200, "kexec_load": 246, "keyctl": 250,
    "mkdirat": 258, "mknodat": 259, "fchownat": 260, "unlinkat": 263, "renameat": 264, "linkat": 265,
    "symlinkat": 266, "fchmodat": 268, "unshare": 272, "accept4": 288, "perf_event_open": 298, "prlimit64": 302,
    "setns": 308, "process_vm_writev": 311, "renameat2": 316, "memfd_create": 319, "bpf": 321, "execveat": 322,
    "pidfd_send_signal": 424, "io_uring_setup": 425, "clone3": 435, "openat2": 437,
}  # fmt: skip
_ARM64 = {
    "mknodat": 33, "mkdirat": 34, "unlinkat": 35, "symlinkat": 36, "linkat": 37, "renameat": 38, "umount2": 39,
    "mount": 40, "truncate": 45, "fchmod": 52, "fchmodat": 53, "fchownat": 54, "fchown": 55, "unshare": 97,
    "kexec_load": 104, "ptrace": 117, "kill": 129, "tkill": 130, "setrlimit": 164, "socket": 198, "socketpair": 199,
    "bind": 200, "listen": 201, "accept": 202, "connect": 203, "keyctl": 219, "execve": 221, "perf_event_open": 241,
    "accept4": 242, "prlimit64": 261, "setns": 268, "process_vm_writev": 271, "renameat2": 276, "memfd_create": 279,
    "bpf": 280, "execveat": 281, "pidfd_send_signal": 424, "io_uring_setup": 425, "clone3": 435, "openat2": 437,
}  # fmt: skip
# Machine: audit architecture, refused calls, `clone`, and calls that open with the place of their flags argument.
_MACHINES = {
    "x86_64": (0xC000003E, _X86_64, 56, {2: 1, 257: 2}),
    "aarch64": (0xC00000B7, _ARM64, 220, {56: 2}),
}
_OPEN_TO_WRITE = 0o1 | 0o2 | 0o100 | 0o1000  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC
_CLONE_THREAD = 0x00010000
_X32 = 0x40000000  # from here on the numbers are those of another interface to the same calls

_LOAD, _JUMP_EQUAL, _JUMP_FROM, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE, _NO_SUCH_CALL = 0x7FFF0000, 0x00050001, 0x00050026  # EPERM, ENOSYS
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def seal() -> bool:
    """Seal this process and all it may become; return whether the kernel took the rules. It cannot be undone."""
    if sys.platform != "linux" or platform.machine() not in _MACHINES:
        return False
    code = _rules(*_MACHINES[platform.machine()])
    program = _Program(len(code) // 8, code)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_PR_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _rules(architecture: int, refused: dict[str, int], clone: int, opening: dict[int, int]) -> bytes:
    """Return the filter: calls of another architecture and those in `refused` fail, opening is for reading only."""
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_JUMP_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, _REFUSE),
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_FROM, 0, 1, _X32),
        (_RETURN, 0, 0, _REFUSE),
    ]
    for name, number in refused.items():
        # glibc makes threads by `clone` once it hears that `clone3`, whose flags a filter cannot read, is not there.
        answer = _NO_SUCH_CALL if name in {"clone3", "openat2"} else _REFUSE
        steps += [(_JUMP_EQUAL, 0, 1, number), (_RETURN, 0, 0, answer)]
    for number, flags in opening.items():
        steps += _when(number, flags, _OPEN_TO_WRITE, if_set=_REFUSE, if_clear=_ALLOW)
    steps += _when(clone, 0, _CLONE_THREAD, if_set=_ALLOW, if_clear=_REFUSE)
    steps.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def _when(number: int, argument: int, bits: int, *, if_set: int, if_clear: int) -> list[tuple[int, int, int, int]]:
    return [
        (_JUMP_EQUAL, 0, 4, number),
        (_LOAD, 0, 0, _ARGUMENTS + 8 * argument),
        (_JUMP_ANY_BIT, 0, 1, bits),
        (_RETURN, 0, 0, if_set),
        (_RETURN, 0, 0, if_clear),
    ]
