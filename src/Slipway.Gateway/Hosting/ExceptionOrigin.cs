using System.Diagnostics;

namespace Slipway.Gateway.Hosting;

/// <summary>Finds the place in the gateway's own code that an exception comes from, for whoever looks for the fault.</summary>
internal static class ExceptionOrigin
{
    /// <summary>Returns the type and the method of the innermost frame in the gateway's own code.</summary>
    public static string Of(Exception e)
    {
        var methods = new StackTrace(e).GetFrames().Select(frame => frame.GetMethod());
        var ours = methods.FirstOrDefault(method => method?.DeclaringType?.FullName?.StartsWith("Slipway.", StringComparison.Ordinal) == true);
        return ours is null ? "slipway" : $"{ours.DeclaringType!.FullName}.{ours.Name}";
    }
}
