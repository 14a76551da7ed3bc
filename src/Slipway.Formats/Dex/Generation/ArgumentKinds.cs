namespace Slipway.Formats.Dex.Generation;

/// <summary>The register kind of each word of an argument list.</summary>
internal static class ArgumentKinds
{
    /// <summary>Returns one entry for each word; the second word of a pair is <see cref="RegisterKind.None"/>.</summary>
    public static RegisterKind[] Of(Operation operation)
    {
        var kinds = new RegisterKind[operation.Arguments.Length];
        if (operation.Reference is not DexMethodReference method)
        {
            Array.Fill(kinds, RegisterKind.Narrow);
            return kinds;
        }
        var word = 0;
        if (operation.Opcode != DexOpcode.InvokeStatic)
            kinds[word++] = RegisterKind.Object;
        foreach (var parameter in MethodDescriptor.TryParse(method.Descriptor)!.Parameters)
        {
            kinds[word] = parameter[0] switch
            {
                'J' or 'D' => RegisterKind.Wide,
                'L' or '[' => RegisterKind.Object,
                _ => RegisterKind.Narrow,
            };
            word += OperationTraits.Words(kinds[word]);
        }
        return kinds;
    }
}
