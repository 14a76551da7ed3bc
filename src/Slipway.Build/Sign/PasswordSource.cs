using System.Text;
using Slipway.Build.Problems;

namespace Slipway.Build.Sign;

/// <summary>Where a password comes from: never from an argument, which everybody on the machine could read.</summary>
/// <param name="File">A file whose first line is the password; null to look into the environment.</param>
/// <param name="EnvironmentVariable">A variable that holds it.</param>
public sealed record PasswordSource(string? File, string EnvironmentVariable)
{
    private const int SizeLimit = 64 * 1024;

    /// <summary>The password.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public string Read()
    {
        if (File is null)
        {
            return Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } value
                ? value
                : throw new ProblemException(SigningProblems.PasswordUnreadable.At(EnvironmentVariable, $"There is no password file, and {EnvironmentVariable} is not set."));
        }

        try
        {
            using var stream = new FileStream(File, FileMode.Open, FileAccess.Read);
            var buffer = new byte[SizeLimit];
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            var text = Encoding.UTF8.GetString(buffer, 0, count).TrimStart('\uFEFF');
            var end = text.AsSpan().IndexOfAny('\r', '\n');
            var password = end < 0 ? text : text[..end];
            return password.Length > 0 ? password : throw new ProblemException(SigningProblems.PasswordUnreadable.At(File, "The first line of the password file is empty."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(SigningProblems.PasswordUnreadable.At(File, "The password file cannot be read."), e);
        }
    }
}
