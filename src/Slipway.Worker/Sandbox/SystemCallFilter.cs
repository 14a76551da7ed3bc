using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Slipway.Worker.Sandbox;

/// <summary>
/// A filter of system calls as the kernel runs it (seccomp(2), a program of classic BPF over struct seccomp_data). It refuses what
/// a build never needs: sockets, other processes' memory, keys of the kernel, mounts and namespaces, memory that no bound counts,
/// and subsystems that had many faults. Everything else is left to namespaces and limits.
/// </summary>
internal static class SystemCallFilter
{
    private const ushort LoadWord = 0x20;
    private const ushort JumpEqual = 0x15;
    private const ushort JumpGreaterOrEqual = 0x35;
    private const ushort JumpAnyBit = 0x45;
    private const ushort Return = 0x06;

    private const int NumberAt = 0;
    private const int ArchitectureAt = 4;
    private const int FirstArgumentAt = 16;

    private const uint Allow = 0x7fff0000;
    private const uint Kill = 0x80000000;
    private const uint NotPermitted = 0x00050000 | 1;
    private const uint NotThere = 0x00050000 | 38;

    /// <summary>CLONE_NEW* of clone(2) without CLONE_NEWTIME, whose bit means something else there.</summary>
    private const uint NewNamespaces = 0x7e020000;

    private const uint CompatibleNumbers = 0x40000000;

    /// <summary>The filter for this machine.</summary>
    public static byte[] Build() => RuntimeInformation.ProcessArchitecture == Architecture.Arm64
        ? Build(0xc00000b7, clone: 220, clone3: 435, Arm64)
        : Build(0xc000003e, clone: 56, clone3: 435, X64);

    // arch/x86/entry/syscalls/syscall_64.tbl
    private static uint[] X64 =>
    [
        41, 53, // socket, socketpair
        101, 310, 311, 312, 438, // ptrace, process_vm_readv, process_vm_writev, kcmp, pidfd_getfd
        29, 30, 68, 64, 319, 447, // shmget, shmat, msgget, semget, memfd_create, memfd_secret
        248, 249, 250, // add_key, request_key, keyctl
        155, 161, 165, 166, 272, 308, 428, 429, 430, 431, 432, 433, 442, // pivot_root, chroot, mount, umount2, unshare, setns, open_tree, move_mount, fsopen, fsconfig, fsmount, fspick, mount_setattr
        298, 321, 323, 425, 426, 427, // perf_event_open, bpf, userfaultfd, io_uring_setup, io_uring_enter, io_uring_register
        103, 135, 153, 154, 163, 167, 168, 169, 172, 173, 174, 175, 176, 179, 246, 303, 304, 313, 320, // syslog, personality, vhangup, modify_ldt, acct, swapon, swapoff, reboot, iopl, ioperm, create_module, init_module, delete_module, quotactl, kexec_load, name_to_handle_at, open_by_handle_at, finit_module, kexec_file_load
    ];

    // include/uapi/asm-generic/unistd.h
    private static uint[] Arm64 =>
    [
        198, 199,
        117, 270, 271, 272, 438,
        194, 196, 186, 190, 279, 447,
        217, 218, 219,
        41, 51, 40, 39, 97, 268, 428, 429, 430, 431, 432, 433, 442,
        241, 280, 282, 425, 426, 427,
        116, 92, 58, 89, 224, 225, 142, 105, 106, 60, 104, 264, 265, 273, 294,
    ];

    private static byte[] Build(uint architecture, uint clone, uint clone3, uint[] refused)
    {
        List<(ushort Code, byte IfTrue, byte IfFalse, uint Value)> program =
        [
            (LoadWord, 0, 0, ArchitectureAt),
            (JumpEqual, 1, 0, architecture),
            (Return, 0, 0, Kill),
            (LoadWord, 0, 0, NumberAt),
            // Numbers of the x32 interface would pass the list below.
            (JumpGreaterOrEqual, 0, 1, CompatibleNumbers),
            (Return, 0, 0, Kill),
            // Its flags are in memory, where a filter cannot look; callers fall back to clone.
            (JumpEqual, 0, 1, clone3),
            (Return, 0, 0, NotThere),
            (JumpEqual, 0, 4, clone),
            (LoadWord, 0, 0, FirstArgumentAt),
            (JumpAnyBit, 0, 1, NewNamespaces),
            (Return, 0, 0, NotPermitted),
            (Return, 0, 0, Allow),
        ];
        foreach (var number in refused)
        {
            program.Add((JumpEqual, 0, 1, number));
            program.Add((Return, 0, 0, NotPermitted));
        }

        program.Add((Return, 0, 0, Allow));
        var bytes = new byte[program.Count * 8];
        for (var i = 0; i < program.Count; i++)
        {
            var (code, ifTrue, ifFalse, value) = program[i];
            var instruction = bytes.AsSpan(i * 8, 8);
            BinaryPrimitives.WriteUInt16LittleEndian(instruction, code);
            (instruction[2], instruction[3]) = (ifTrue, ifFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], value);
        }

        return bytes;
    }
}
