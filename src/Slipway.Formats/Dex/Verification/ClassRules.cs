namespace Slipway.Formats.Dex.Verification;

/// <summary>Rules for flags of classes and members, for the superclass and interfaces, and for values of static fields.</summary>
internal static class ClassRules
{
    private const int Visibility = DexAccessFlags.Public | DexAccessFlags.Private | DexAccessFlags.Protected;

    public static void Check(DexClass owner, TypeHierarchy hierarchy, List<DexFinding> findings)
    {
        foreach (var text in ClassFaults(owner))
            findings.Add(new(DexSeverity.Error, owner.Type, null, -1, text));

        foreach (var text in HierarchyFaults(owner, hierarchy))
            findings.Add(new(DexSeverity.Error, owner.Type, null, -1, text, IsLinkage: true));

        foreach (var method in owner.Methods)
        {
            if (MethodFault(owner, method) is { } text)
                findings.Add(new(DexSeverity.Error, owner.Type, method.Reference.Name + method.Reference.Descriptor, -1, text));
        }

        foreach (var field in owner.Fields)
        {
            if (FieldFault(owner, field) is { } text)
                findings.Add(new(DexSeverity.Error, owner.Type, field.Reference.Name, -1, text));
        }
    }

    private static IEnumerable<string> ClassFaults(DexClass owner)
    {
        var isInterface = (owner.Access & DexAccessFlags.Interface) != 0;
        if (!DexMethodDescriptor.IsType(owner.Type) || owner.Type[0] != 'L')
            yield return "the type is not a class";

        if (isInterface && ((owner.Access & DexAccessFlags.Abstract) == 0 || owner.Super != KnownTypes.Object))
            yield return "an interface is abstract and extends java.lang.Object";

        if ((owner.Access & (DexAccessFlags.Final | DexAccessFlags.Abstract)) == (DexAccessFlags.Final | DexAccessFlags.Abstract))
            yield return "a class cannot be both final and abstract";

        foreach (var member in Repeated(owner))
            yield return $"{member} is defined twice";
    }

    private static IEnumerable<string> HierarchyFaults(DexClass owner, TypeHierarchy hierarchy)
    {
        if (owner.Super is { } super && hierarchy.Find(super) is { } above)
        {
            if (above.IsInterface)
                yield return $"the superclass {super} is an interface";
            else if (above.Definition is { } definition && (definition.Access & DexAccessFlags.Final) != 0)
                yield return $"the superclass {super} is final";
        }

        foreach (var type in owner.Interfaces)
        {
            if (hierarchy.Find(type) is { IsInterface: false })
                yield return $"{type} is implemented but is a class";
        }
    }

    private static IEnumerable<string> Repeated(DexClass owner) =>
        owner.Methods.Select(method => method.Reference.Name + method.Reference.Descriptor)
            .Concat(owner.Fields.Select(field => field.Reference.Name + ":" + field.Reference.Type))
            .GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key);

    private static string? MethodFault(DexClass owner, DexMethod method)
    {
        var access = method.Access;
        var isInterface = (owner.Access & DexAccessFlags.Interface) != 0;
        var hasNoBody = (access & (DexAccessFlags.Abstract | DexAccessFlags.Native)) != 0;
        if (method.Reference.Owner != owner.Type)
            return $"the method names {method.Reference.Owner} as its class";

        if (SeveralVisibilities(access))
            return "more than one of public, private and protected";

        if (hasNoBody == (method.Code is not null))
            return hasNoBody ? "an abstract or native method has code" : "the method has no code";

        if ((access & DexAccessFlags.Abstract) != 0 && (access & (DexAccessFlags.Private | DexAccessFlags.Static | DexAccessFlags.Final | DexAccessFlags.Native)) != 0)
            return "an abstract method is private, static, final or native";

        if ((access & DexAccessFlags.Abstract) != 0 && (owner.Access & DexAccessFlags.Abstract) == 0)
            return "an abstract method in a class that is not abstract";

        return NameFault(method, isInterface);
    }

    private static string? NameFault(DexMethod method, bool isInterface)
    {
        var (name, access) = (method.Reference.Name, method.Access);
        var isInitialiser = name is "<init>" or "<clinit>";
        if (name == "<init>" && ((access & DexAccessFlags.Static) != 0 || isInterface))
            return "a constructor is static or in an interface";

        if (name == "<clinit>" && ((access & DexAccessFlags.Static) == 0 || method.Reference.Descriptor != "()V"))
            return "a class initialiser is static and takes nothing";

        if (isInitialiser != ((access & DexAccessFlags.Constructor) != 0))
            return "the constructor flag belongs to <init> and <clinit>, and only to them";

        var needsVisibility = isInterface && name != "<clinit>";
        return needsVisibility && (access & (DexAccessFlags.Public | DexAccessFlags.Private)) == 0 ? "an interface's method is public or private" : null;
    }

    private static string? FieldFault(DexClass owner, DexField field)
    {
        const int constant = DexAccessFlags.Public | DexAccessFlags.Static | DexAccessFlags.Final;
        var access = field.Access;
        if (SeveralVisibilities(access))
            return "more than one of public, private and protected";

        if ((access & DexAccessFlags.Final) != 0 && (access & DexAccessFlags.Volatile) != 0)
            return "a field cannot be both final and volatile";

        if ((owner.Access & DexAccessFlags.Interface) != 0 && (access & constant) != constant)
            return "an interface's field is public, static and final";

        return field.StaticValue is { } value && !StaticValueFits(field.Reference.Type, value)
            ? $"a static value is not of the type {field.Reference.Type}" : null;
    }

    private static bool SeveralVisibilities(int access) => int.PopCount(access & Visibility) > 1;

    private static bool StaticValueFits(string type, DexValue value) => value switch
    {
        DexValue.Primitive primitive => type.Length == 1 && type[0] == primitive.Kind,
        DexValue.Text => type is KnownTypes.Text or KnownTypes.Object or "Ljava/lang/CharSequence;",
        DexValue.TypeLiteral => type is KnownTypes.Class or KnownTypes.Object,
        _ => type.StartsWith('L') || type.StartsWith('['),
    };
}
