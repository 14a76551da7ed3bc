using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Signing;

/// <summary>The source of a password. It is never an argument, because all users of a machine can read the arguments of processes.</summary>
public sealed class PasswordSource
{
    private readonly string? _file;
    private readonly string _environmentVariable;
    private readonly string? _value;
    private readonly string? _option;
    private readonly bool _mayBeEmpty;

    /// <summary>Creates a source from a file or an environment variable.</summary>
    /// <param name="file">A file whose first line is the password; null to use the variable.</param>
    /// <param name="environmentVariable">The environment variable with the password.</param>
    /// <param name="option">The option that names the file, for the remedy; null when there is none.</param>
    /// <param name="mayBeEmpty">True when an empty first line is an empty password, which some keystores have.</param>
    public PasswordSource(string? file, string environmentVariable, string? option = null, bool mayBeEmpty = false)
    {
        _file = file;
        _option = option;
        _mayBeEmpty = mayBeEmpty;
        _environmentVariable = environmentVariable;
    }

    private PasswordSource(string value)
    {
        _value = value;
        _environmentVariable = "";
    }

    /// <summary>Creates a source from a password in memory, which may be empty.</summary>
    public static PasswordSource Of(string value) => new(value);

    /// <summary>Returns whether a variable holds a password.</summary>
    public static bool IsIn(string variable) => Variable(variable).Length > 0;

    /// <summary>Reads the password.</summary>
    /// <exception cref="ProblemException">There is no password, or it cannot be read.</exception>
    public string Read()
    {
        if (_value is not null)
            return _value;
        return _file is null ? FromEnvironment(_environmentVariable) : FromFile(_file);
    }

    private static string Variable(string name) => GivenText.Password(Environment.GetEnvironmentVariable(name) ?? "");

    private string Remedy => _option is null ? SigningProblems.PasswordUnreadable.Remedy : $"Give {_option}, or set {_environmentVariable}.";

    private string FromEnvironment(string variable) => Variable(variable) is { Length: > 0 } value
        ? value
        : throw new ProblemException(SigningProblems.PasswordUnreadable.At(variable, $"There is no password file, and {variable} is {(Environment.GetEnvironmentVariable(variable) is null ? "not set" : "empty")}.", Remedy));

    private string FromFile(string file)
    {
        try
        {
            var password = FirstLineFile.FirstLine(file) ?? throw new ProblemException(SigningProblems.PasswordUnreadable.At(file, "The file is neither UTF-8 text nor UTF-16 text with a byte order mark.", "Save the file as UTF-8."));
            return password.Length > 0 || _mayBeEmpty ? password : throw new ProblemException(SigningProblems.PasswordUnreadable.At(file, "The first line of the password file is empty.", Remedy));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(SigningProblems.PasswordUnreadable.At(file, "The password file cannot be read.", "Check the path and the permissions of the file."), e);
        }
    }
}
