using Slipway.Formats.ClassFile;

namespace Slipway.Formats.Dex.Generation;

/// <summary>Translates attributes of a class that DEX stores as system annotations.</summary>
internal static class ClassAnnotations
{
    public static IEnumerable<DexAnnotation> Of(JavaClass javaClass)
    {
        if (javaClass.Signature is not null)
            yield return SystemAnnotations.Signature(javaClass.Signature);
        if (javaClass.InnerClasses.Find(e => e.Inner == javaClass.Name) is { } self)
        {
            if (Enclosing(javaClass, self) is { } enclosing)
                yield return enclosing;
            yield return SystemAnnotations.Make(
                "InnerClass",
                KeyValuePair.Create<string, DexValue>("accessFlags", new DexValue.Primitive('I', self.Access)),
                KeyValuePair.Create<string, DexValue>("name", self.SimpleName is null ? new DexValue.Null() : new DexValue.Text(self.SimpleName)));
        }
        var members = javaClass.InnerClasses.Where(e => e.Outer == javaClass.Name && e.SimpleName is not null).Select(e => e.Inner).ToList();
        if (members.Count > 0)
            yield return SystemAnnotations.Of("MemberClasses", SystemAnnotations.Types(members));
        if (Defaults(javaClass) is { } defaults)
            yield return defaults;
    }

    private static DexAnnotation? Enclosing(JavaClass javaClass, InnerClassEntry self)
    {
        if (javaClass.EnclosingMethod is not { } enclosing)
            return self.Outer is null ? null : SystemAnnotations.Of("EnclosingClass", new DexValue.TypeLiteral(TypeNames.Descriptor(self.Outer)));
        var type = TypeNames.Descriptor(enclosing.Class);
        return enclosing is { Name: not null, Descriptor: not null }
            ? SystemAnnotations.Of("EnclosingMethod", new DexValue.Method(new DexMethodReference(type, enclosing.Name, enclosing.Descriptor)))
            : SystemAnnotations.Of("EnclosingClass", new DexValue.TypeLiteral(type));
    }

    /// <summary>Collects the default values of an annotation's elements in one annotation of the annotation type.</summary>
    private static DexAnnotation? Defaults(JavaClass javaClass)
    {
        var defaults = javaClass.Methods
            .Where(m => m.AnnotationDefault is not null)
            .Select(m => KeyValuePair.Create(m.Name, AnnotationTranslator.Value(m.AnnotationDefault!, $"{javaClass.Name}.{m.Name}{m.Descriptor}")))
            .ToList();
        return defaults.Count == 0
            ? null
            : SystemAnnotations.Of("AnnotationDefault", new DexValue.Annotation(TypeNames.Descriptor(javaClass.Name), defaults));
    }
}
