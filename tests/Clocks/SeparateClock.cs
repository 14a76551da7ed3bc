using System.Runtime.CompilerServices;

namespace Clocks;

/// <summary>
/// Gives each process that a test starts a clock of its own under <c>./test --date</c>. libfaketime 0.9.10 hands one semaphore down to
/// all of them and takes it for each look at the clock: a process that is stopped meanwhile (SIGSTOP, which
/// <see cref="System.Diagnostics.Process.Kill(bool)"/> sends first) stops the tests, too.
/// </summary>
internal static class SeparateClock
{
    [ModuleInitializer]
    internal static void ForgetTheSharedOne() => Environment.SetEnvironmentVariable("FAKETIME_SHARED", null);
}
