namespace Slipway.Worker.Sandbox;

/// <summary>A system call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="X64">Number on x86-64 (arch/x86/entry/syscalls/syscall_64.tbl).</param>
/// <param name="Arm64">Number on ARM64 (include/uapi/asm-generic/unistd.h); null if ARM64 does not have it.</param>
internal sealed record SystemCall(string Name, int X64, int? Arm64);
