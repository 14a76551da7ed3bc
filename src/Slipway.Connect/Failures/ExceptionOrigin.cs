using System.Diagnostics;

namespace Slipway.Connect.Failures;

/// <summary>Finds the place in this program's own code that an exception comes from, for whoever looks for the fault.</summary>
internal static class ExceptionOrigin
{
    /// <summary>Returns the type and the method of the innermost frame in this program's own code.</summary>
    public static string Of(Exception e)
    {
        var methods = new StackTrace(e).GetFrames().Select(DiagnosticMethodInfo.Create);
        var ours = methods.FirstOrDefault(method => method?.DeclaringTypeName?.StartsWith("Slipway.", StringComparison.Ordinal) == true);
        return ours is null ? "slipway" : $"{ours.DeclaringTypeName}.{ours.Name}";
    }
}
