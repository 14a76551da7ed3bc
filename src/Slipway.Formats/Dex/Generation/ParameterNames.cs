namespace Slipway.Formats.Dex.Generation;

/// <summary>Finds the names of a method's parameters in the class file.</summary>
internal static class ParameterNames
{
    public static IReadOnlyList<string?> Of(MethodContext context)
    {
        var names = new string?[context.Shape.Parameters.Count];
        var slot = context.IsStatic ? 0 : 1;
        for (var i = 0; i < names.Length; i++)
        {
            var at = slot;
            names[i] = context.Code.LocalVariables.Find(v => v.Slot == at && v.Start == 0)?.Name;
            slot += SlotType.OfDescriptor(context.Shape.Parameters[i]).IsWide ? 2 : 1;
        }
        return Array.TrueForAll(names, n => n is null) ? [] : names;
    }
}
