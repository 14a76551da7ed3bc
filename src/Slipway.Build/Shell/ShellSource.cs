namespace Slipway.Build.Shell;

/// <summary>One file that a shell is made from.</summary>
/// <param name="Name">Path below the shell's folder: <c>src/dev/slipway/shell/MainActivity.java</c>.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ShellSource(string Name, byte[] Content);
