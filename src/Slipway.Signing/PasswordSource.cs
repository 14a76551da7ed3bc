using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Signing;

/// <summary>Where a password comes from: never from an argument, which everybody on the machine could read.</summary>
public sealed class PasswordSource
{
    private readonly string? _file;
    private readonly string _environmentVariable;
    private readonly string? _value;
    private readonly string? _option;
    private readonly bool _mayBeEmpty;

    /// <summary>A file or a variable.</summary>
    /// <param name="file">A file whose first line is the password; null to look into the environment.</param>
    /// <param name="environmentVariable">A variable that holds it.</param>
    /// <param name="option">The option that names the file, for the remedy; null where there is none.</param>
    /// <param name="mayBeEmpty">An empty first line is an empty password, which some keystores have.</param>
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

    /// <summary>A password that is in memory already; an empty one is one too.</summary>
    public static PasswordSource Of(string value) => new(value);

    /// <summary>Does a variable hold a password?</summary>
    public static bool IsIn(string variable) => Variable(variable).Length > 0;

    /// <summary>The password.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
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
            var password = TextFile.FirstLine(file) ?? throw new ProblemException(SigningProblems.PasswordUnreadable.At(file, "The file is no text in UTF-8, nor in UTF-16 with a byte order mark.", "Save the file as UTF-8."));
            return password.Length > 0 || _mayBeEmpty ? password : throw new ProblemException(SigningProblems.PasswordUnreadable.At(file, "The first line of the password file is empty.", Remedy));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(SigningProblems.PasswordUnreadable.At(file, "The password file cannot be read.", "Check the path and the permissions of the file."), e);
        }
    }
}
