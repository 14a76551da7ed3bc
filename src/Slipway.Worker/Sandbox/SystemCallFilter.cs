using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Slipway.Worker.Sandbox;

/// <summary>
/// A filter of system calls (seccomp(2), a program of classic BPF over struct seccomp_data). It allows the calls that builds need,
/// including those that start threads but not processes. It kills a program that makes a call from the list of forbidden ones, and
/// answers every other call with ENOSYS, as an older kernel would, for which libraries have a fallback.
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
    private const int SecondArgumentAt = 24;

    private const uint Allow = 0x7fff0000;
    private const uint Kill = 0x80000000;
    private const uint Errno = 0x00050000;
    private const uint NotPermitted = Errno | 1;
    private const uint NoTerminal = Errno | 25;
    private const uint NotThere = Errno | 38;

    /// <summary>CLONE_NEW* of clone(2) without CLONE_NEWTIME, whose bit means something else there.</summary>
    private const uint NewNamespaces = 0x7e020000;

    /// <summary>CLONE_THREAD of clone(2).</summary>
    private const uint Thread = 0x00010000;

    /// <summary>The bit that marks numbers of the x32 interface, which do the same as the numbers without it.</summary>
    private const uint CompatibleNumbers = 0x40000000;

    // TCGETS, TCGETS2 and TIOCGWINSZ ask whether a file is a terminal; FIONREAD, FIOCLEX and FICLONE are for pipes and files.
    private static readonly uint[] Controls = [0x5401, 0x802c542a, 0x5413, 0x541b, 0x5451, 0x40049409];

    /// <summary>Returns the filter for this machine.</summary>
    /// <param name="tried">If given, calls that are neither on a list nor among these kill the program, which shows that builds make no others.</param>
    public static byte[] Build(IReadOnlyList<SystemCall>? tried = null) => RuntimeInformation.ProcessArchitecture == Architecture.Arm64
        ? Build(0xc00000b7, call => call.Arm64, tried)
        : Build(0xc000003e, call => call.X64, tried);

    private static byte[] Build(uint architecture, Func<SystemCall, int?> number, IReadOnlyList<SystemCall>? tried)
    {
        uint Number(string name) => (uint)number(SystemCalls.Allowed.Single(call => call.Name == name))!.Value;

        List<Instruction> program =
        [
            new(LoadWord, ArchitectureAt),
            new(JumpEqual, architecture, IfTrue: 1),
            new(Return, Kill),
            new(LoadWord, NumberAt),
            new(JumpGreaterOrEqual, CompatibleNumbers, IfFalse: 1),
            new(Return, Kill),
            // The arguments of clone3 are in memory, where a filter cannot read them; it is on no list, so callers fall back to clone.
            new(JumpEqual, Number("clone"), IfFalse: 6),
            new(LoadWord, FirstArgumentAt),
            new(JumpAnyBit, NewNamespaces, IfFalse: 1),
            new(Return, Kill),
            new(JumpAnyBit, Thread, IfTrue: 1),
            new(Return, NotPermitted),
            new(Return, Allow),
            new(JumpEqual, Number("ioctl"), IfFalse: (byte)((2 * Controls.Length) + 2)),
            new(LoadWord, SecondArgumentAt),
            .. Controls.SelectMany(control => When(control, Allow)),
            new(Return, NoTerminal),
            .. Numbers(SystemCalls.Allowed).SelectMany(allowed => When(allowed, Allow)),
            .. Numbers(SystemCalls.Fatal).SelectMany(fatal => When(fatal, Kill)),
            .. Numbers(tried ?? []).SelectMany(call => When(call, NotThere)),
            new(Return, tried is null ? NotThere : Kill),
        ];
        return Encode(program);

        IEnumerable<uint> Numbers(IEnumerable<SystemCall> calls) => calls.Select(number).OfType<int>().Select(n => (uint)n);
    }

    private static Instruction[] When(uint value, uint action) => [new(JumpEqual, value, IfFalse: 1), new(Return, action)];

    private static byte[] Encode(List<Instruction> program)
    {
        const int size = 8;
        var bytes = new byte[program.Count * size];
        for (var i = 0; i < program.Count; i++)
        {
            var instruction = bytes.AsSpan(i * size, size);
            BinaryPrimitives.WriteUInt16LittleEndian(instruction, program[i].Code);
            (instruction[2], instruction[3]) = (program[i].IfTrue, program[i].IfFalse);
            BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], program[i].Value);
        }

        return bytes;
    }

    /// <summary>Jump offsets count instructions to skip (struct sock_filter).</summary>
    private readonly record struct Instruction(ushort Code, uint Value, byte IfTrue = 0, byte IfFalse = 0);
}
