package dev.dianpu.catalog.admin;

/**
 * A category as the owner sees it.
 *
 * @param parentId the category above it; 0 on the first level
 * @param depth how many stand above it
 * @param goods how many stand in it, those below not counted
 */
public record CategoryRow(long id, long parentId, String name, String brief, int position, boolean shown, int depth,
    long goods) {

  CategoryRow at(int newDepth) {
    return new CategoryRow(id, parentId, name, brief, position, shown, newDepth, goods);
  }
}
