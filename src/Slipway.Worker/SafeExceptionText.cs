using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Slipway.Worker;

/// <summary>
/// Describes an unexpected exception without its message, which may contain an address with a password or a path of this machine.
/// </summary>
internal static partial class SafeExceptionText
{
    /// <summary>Returns the exception's type, and the method of Slipway that it came from.</summary>
    public static string Of(Exception failure)
    {
        var cause = failure.GetBaseException();
        var place = new StackTrace(cause).GetFrames().Select(DiagnosticMethodInfo.Create).FirstOrDefault(method => method?.DeclaringTypeName?.StartsWith("Slipway.", StringComparison.Ordinal) == true);
        return place is null ? $"{cause.GetType().Name}." : $"{cause.GetType().Name} in {Name(place)}.";
    }

    // The compiler generates types for asynchronous methods and lambdas: Type+<Method>d__1.MoveNext.
    private static string Name(DiagnosticMethodInfo method)
    {
        var types = method.DeclaringTypeName!.Split('+');
        var name = Written.Match($"{types[^1]} {method.Name}") is { Success: true } match ? match.Groups["name"].Value : method.Name;
        return $"{types[0].Split('.')[^1]}.{name}";
    }

    [GeneratedRegex("<(?<name>[A-Za-z]\\w*)>", RegexOptions.ExplicitCapture)]
    private static partial Regex Written { get; }
}
