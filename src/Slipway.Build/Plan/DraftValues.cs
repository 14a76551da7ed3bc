using Slipway.Build.Read;
using Slipway.Build.Rules;

namespace Slipway.Build.Plan;

/// <summary>Converts settings of a draft that passed the rules to values that every platform uses.</summary>
internal static class DraftValues
{
    public static string Start(AppDraft draft)
    {
        var address = AppAddress.Resolve("index.html", draft.Start.Value)!;
        return address.Path + address.Suffix;
    }

    public static string Hostname(AppDraft draft) => draft.Hostname?.Value.ToLowerInvariant() ?? "localhost";

    public static bool Fullscreen(AppDraft draft) => draft.Fullscreen is { } fullscreen && bool.TryParse(fullscreen.Value, out var isOn) && isOn;

    public static Orientation Orientation(AppDraft draft) =>
        draft.Orientation is { } orientation && OrientationValue.Parse(orientation.Value) is { } known ? known : Plan.Orientation.Default;

    public static Colour? BackgroundColour(AppDraft draft) =>
        draft.BackgroundColor is { } text && Colour.TryParse(text.Value, out var colour) ? colour : null;
}
