namespace Slipway.Worker.Sandbox;

/// <summary>Lists of system calls by purpose. A call on neither list is answered as if the kernel did not have it, so that libraries use a fallback.</summary>
internal static class SystemCalls
{
    /// <summary>Calls that the runtime, its libraries and builds make, including their fallbacks on other kernels.</summary>
    public static IReadOnlyList<SystemCall> Allowed { get; } =
    [
        // Files. flock is missing: a build could lock files that it shares with others, and the runtime works without it.
        new("read", 0, 63), new("write", 1, 64), new("pread64", 17, 67), new("pwrite64", 18, 68), new("readv", 19, 65), new("writev", 20, 66),
        new("preadv", 295, 69), new("pwritev", 296, 70), new("open", 2, None), new("openat", 257, 56), new("close", 3, 57), new("dup", 32, 23),
        new("dup2", 33, None), new("dup3", 292, 24), new("pipe", 22, None), new("pipe2", 293, 59), new("fcntl", 72, 25),
        new("ioctl", 16, 29), new("lseek", 8, 62), new("ftruncate", 77, 46), new("fallocate", 285, 47), new("fadvise64", 221, 223),
        new("fsync", 74, 82), new("fdatasync", 75, 83), new("sync_file_range", 277, 84), new("copy_file_range", 326, 285), new("sendfile", 40, 71),
        new("readahead", 187, 213), new("poll", 7, None), new("ppoll", 271, 73), new("select", 23, None), new("pselect6", 270, 72),

        // Names.
        new("stat", 4, None), new("fstat", 5, 80), new("lstat", 6, None), new("newfstatat", 262, 79), new("statx", 332, 291), new("statfs", 137, 43),
        new("fstatfs", 138, 44), new("access", 21, None), new("faccessat", 269, 48), new("faccessat2", 439, 439), new("getdents", 78, None),
        new("getdents64", 217, 61), new("readlink", 89, None), new("readlinkat", 267, 78), new("getcwd", 79, 17), new("chdir", 80, 49),
        new("fchdir", 81, 50), new("mkdir", 83, None), new("mkdirat", 258, 34), new("rmdir", 84, None), new("unlink", 87, None),
        new("unlinkat", 263, 35), new("rename", 82, None), new("renameat", 264, 38), new("renameat2", 316, 276), new("chmod", 90, None),
        new("fchmod", 91, 52), new("fchmodat", 268, 53), new("utimensat", 280, 88), new("umask", 95, 166),

        // Memory.
        new("mmap", 9, 222), new("munmap", 11, 215), new("mprotect", 10, 226), new("mremap", 25, 216), new("madvise", 28, 233), new("msync", 26, 227),
        new("mincore", 27, 232), new("mlock", 149, 228), new("munlock", 150, 229), new("brk", 12, 214), new("membarrier", 324, 283),
        new("get_mempolicy", 239, 236), new("mbind", 237, 235), new("set_mempolicy", 238, 237),

        // Threads.
        new("clone", 56, 220), new("futex", 202, 98), new("set_robust_list", 273, 99), new("get_robust_list", 274, 100),
        new("set_tid_address", 218, 96), new("rseq", 334, 293), new("gettid", 186, 178), new("tgkill", 234, 131), new("sched_yield", 24, 124),
        new("sched_getaffinity", 204, 123), new("sched_setaffinity", 203, 122), new("sched_getparam", 143, 121), new("sched_setparam", 142, 118),
        new("sched_getscheduler", 145, 120), new("sched_setscheduler", 144, 119), new("sched_get_priority_max", 146, 125),
        new("sched_get_priority_min", 147, 126), new("getcpu", 309, 168), new("exit", 60, 93),

        // Signals.
        new("rt_sigaction", 13, 134), new("rt_sigprocmask", 14, 135), new("rt_sigreturn", 15, 139), new("rt_sigsuspend", 130, 133),
        new("rt_sigtimedwait", 128, 137), new("rt_sigpending", 127, 136), new("sigaltstack", 131, 132), new("restart_syscall", 219, 128),

        // Time and randomness.
        new("clock_gettime", 228, 113), new("clock_getres", 229, 114), new("clock_nanosleep", 230, 115), new("nanosleep", 35, 101),
        new("gettimeofday", 96, 169), new("time", 201, None), new("getrandom", 318, 278),

        // Properties of the process.
        new("getpid", 39, 172), new("getppid", 110, 173), new("getpgid", 121, 155), new("getpgrp", 111, None), new("getsid", 124, 156),
        new("getuid", 102, 174), new("geteuid", 107, 175), new("getgid", 104, 176), new("getegid", 108, 177), new("getresuid", 118, 148),
        new("getresgid", 120, 150), new("getgroups", 115, 158), new("getrlimit", 97, 163), new("prlimit64", 302, 261), new("getrusage", 98, 165),
        new("times", 100, 153), new("sysinfo", 99, 179), new("uname", 63, 160), new("arch_prctl", 158, None), new("prctl", 157, 167),
        new("capget", 125, 90),

        // Start and end of the process in the sandbox.
        new("execve", 59, 221), new("setresuid", 117, 147), new("setresgid", 119, 149), new("setgroups", 116, 159), new("capset", 126, 91),
        new("wait4", 61, 260), new("exit_group", 231, 94),
    ];

    /// <summary>Calls that nothing in a build makes, not even as an attempt: they kill the program.</summary>
    public static IReadOnlyList<SystemCall> Fatal { get; } =
    [
        // Other processes.
        new("ptrace", 101, 117), new("process_vm_readv", 310, 270), new("process_vm_writev", 311, 271), new("process_madvise", 440, 440),
        new("kcmp", 312, 272), new("pidfd_getfd", 438, 438),

        // Views of the machine.
        new("unshare", 272, 97), new("setns", 308, 268), new("chroot", 161, 51), new("pivot_root", 155, 41), new("mount", 165, 40),
        new("umount2", 166, 39), new("open_tree", 428, 428), new("move_mount", 429, 429), new("fsopen", 430, 430), new("fsconfig", 431, 431),
        new("fsmount", 432, 432), new("fspick", 433, 433), new("mount_setattr", 442, 442), new("name_to_handle_at", 303, 264),
        new("open_by_handle_at", 304, 265),

        // The kernel.
        new("bpf", 321, 280), new("userfaultfd", 323, 282), new("add_key", 248, 217), new("request_key", 249, 218), new("keyctl", 250, 219),
        new("init_module", 175, 105), new("finit_module", 313, 273), new("delete_module", 176, 106), new("kexec_load", 246, 104),
        new("kexec_file_load", 320, 294), new("reboot", 169, 142), new("swapon", 167, 224), new("swapoff", 168, 225), new("acct", 163, 89),
        new("quotactl", 179, 60), new("syslog", 103, 116), new("iopl", 172, None), new("ioperm", 173, None), new("modify_ldt", 154, None),
        new("memfd_secret", 447, 447),
    ];

    /// <summary>ARM64 lacks old calls for which a newer one exists.</summary>
    private static int? None => null;
}

/// <summary>A system call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="X64">Number on x86-64 (arch/x86/entry/syscalls/syscall_64.tbl).</param>
/// <param name="Arm64">Number on ARM64 (include/uapi/asm-generic/unistd.h); null if ARM64 does not have it.</param>
internal sealed record SystemCall(string Name, int X64, int? Arm64);
