using System.Diagnostics;

namespace Slipway.Gateway.Hosting;

/// <summary>Where in our own code an exception comes from, for who has to look for the fault.</summary>
internal static class FaultPlace
{
    /// <summary>Type and method of the innermost frame that is ours.</summary>
    public static string Of(Exception e)
    {
        var methods = new StackTrace(e).GetFrames().Select(frame => frame.GetMethod());
        var ours = methods.FirstOrDefault(method => method?.DeclaringType?.FullName?.StartsWith("Slipway.", StringComparison.Ordinal) == true);
        return ours is null ? "slipway" : $"{ours.DeclaringType!.FullName}.{ours.Name}";
    }
}
