using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Translates attributes of a method that DEX stores as system annotations, and the annotations of its parameters.</summary>
internal static class MethodAnnotations
{
    public static IEnumerable<DexAnnotation> Of(JavaMethod method)
    {
        if (method.Signature is not null)
            yield return SystemAnnotations.Signature(method.Signature);
        if (method.Exceptions.Count > 0)
            yield return SystemAnnotations.Of("Throws", SystemAnnotations.Types(method.Exceptions));
        if (method.Parameters.Count > 0)
        {
            yield return SystemAnnotations.Make(
                "MethodParameters",
                KeyValuePair.Create<string, DexValue>("accessFlags", new DexValue.Array([.. method.Parameters.Select(p => new DexValue.Primitive('I', p.Access))])),
                KeyValuePair.Create<string, DexValue>("names", new DexValue.Array([.. method.Parameters.Select(Name)])));
        }
    }

    /// <summary>
    /// Returns one list for each parameter. A class file omits parameters that the compiler added at the front (the outer instance,
    /// the name and ordinal of an enum); DEX includes them.
    /// </summary>
    public static IEnumerable<List<DexAnnotation>> OfParameters(JavaMethod method, int parameters, string where)
    {
        if (method.ParameterAnnotations.Count == 0)
            yield break;
        if (method.ParameterAnnotations.Count > parameters)
            throw new MalformedInputException("class file", "more parameters have annotations than there are", entry: where);
        for (var i = method.ParameterAnnotations.Count; i < parameters; i++)
            yield return [];
        foreach (var annotations in method.ParameterAnnotations)
        {
            var list = new List<DexAnnotation>();
            AnnotationTranslator.AddAll(list, annotations, where);
            yield return list;
        }
    }

    private static DexValue Name(MethodParameterEntry parameter) =>
        parameter.Name is null ? new DexValue.Null() : new DexValue.Text(parameter.Name);
}
